-- One purchase of five lines with one award as separate statements: the rows that Tillback writes for it, and nothing else.
-- What a client needs of its merchant is read once; Tillback holds it in memory.
\if :ready = 0
select c.tenant, c.merchant_id, c.venue_id, c.funder_id, c.funder_account, c.pool_id, c.offer_id,
       s.lines, s.outcome, s.explain, s.content_hash
  from bench.clients c, bench.sample s where c.client = :client_id \gset
\set ready 1
\endif
\set number :number + 1
\set reference :start + :number * 1000 + :client_id
\set contact random(0, :contacts - 1)
\set total random(500, 9000)
\set award :total / 50
begin;
select w.contact_id, w.id as wallet_id, a.account_id as contact_account
  from identifiers i
  join wallets w on w.tenant = i.tenant and w.contact_id = i.contact_id
  join bench_accounts a on a.wallet_id = w.id
 where i.tenant = :tenant and i.value = 'C' || :contact and i.kind = 'CODE' \gset
select balance + :award as to_balance, seq + 1 as to_seq from accounts
 where tenant = :tenant and id = :contact_account for no key update \gset
select count(*) as earlier from purchases
 where tenant = :tenant and reference_number = :reference and merchant_id = :merchant_id \gset
insert into purchases (tenant, id, reference_number, merchant_id, venue_id, contact_id, wallet_id, state, reduction_method,
                       currency, total, award, spend, date, created_at, content_hash, lines, outcome, explain)
values (:tenant, bench.new_id(), :reference, :merchant_id, :venue_id, :contact_id, :wallet_id, 'POSTED', 'FRONT_END',
        'EUR', :total, :award, 0, now(), now(), :content_hash, :lines, :outcome, :explain)
returning id as purchase_id \gset
insert into lots (tenant, id, wallet_id, pool_id, amount, remaining, currency, available_at, expires_at, funder_id, offer_id,
                  offer_version, journal_id, created_at)
values (:tenant, bench.new_id(), :wallet_id, :pool_id, :award, :award, 'EUR', now(), now() + interval '1 year', :funder_id,
        :offer_id, 1, :purchase_id, now())
returning id as lot_id \gset
update accounts
   set balance = balance - :award, seq = seq + 1,
       head = bench.next_head(head, bench.entry(:tenant, :purchase_id, :award, id, seq + 1, balance - :award, :contact_account,
                                                :to_seq, :to_balance, :lot_id, bench.at()))
 where tenant = :tenant and id = :funder_account
returning balance as from_balance, seq as from_seq, head as from_head \gset
update accounts
   set balance = :to_balance, seq = :to_seq,
       head = bench.next_head(head, bench.entry(:tenant, :purchase_id, :award, :funder_account, :from_seq, :from_balance, id,
                                                :to_seq, :to_balance, :lot_id, bench.at()))
 where tenant = :tenant and id = :contact_account
returning head as to_head \gset
insert into transfers (tenant, journal_id, line, kind, amount, currency, from_account, from_seq, from_balance, to_account,
                       to_seq, to_balance, lot_id, at, from_hash, to_hash)
values (:tenant, :purchase_id, 1, 'AWARD', :award, 'EUR', :funder_account, :from_seq, :from_balance, :contact_account,
        :to_seq, :to_balance, :lot_id, bench.at(), :from_head, :to_head);
insert into events (tenant, id, type, entity_id, at)
values (:tenant, bench.new_id(), 'purchase.posted', :purchase_id, now()),
       (:tenant, bench.new_id(), 'reward.awarded', :purchase_id, now());
commit;
