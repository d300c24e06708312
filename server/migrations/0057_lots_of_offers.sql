-- What an offer gave and what of it was undone is asked for while the offer runs: its lots are found, and not searched for.
create index lots_of_offer on lots (tenant, offer_id, journal_id) where offer_id is not null;
