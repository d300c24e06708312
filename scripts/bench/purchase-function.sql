-- The same as purchase-statements.sql in one call.
create function bench.purchase(
  p_tenant integer, p_merchant uuid, p_venue uuid, p_funder uuid, p_funder_account uuid, p_pool uuid, p_offer uuid,
  p_contact text, p_reference text, p_total bigint, p_award bigint,
  p_lines text, p_outcome text, p_explain text, p_content_hash bytea)
returns uuid language plpgsql as $$
declare
  v_purchase uuid := bench.new_id();
  v_lot uuid := bench.new_id();
  v_contact uuid;
  v_wallet uuid;
  v_account uuid;
  v_to_balance bigint;
  v_to_seq bigint;
  v_from_balance bigint;
  v_from_seq bigint;
  v_to_head bytea;
  v_from_head bytea;
begin
  select w.contact_id, w.id, a.account_id into strict v_contact, v_wallet, v_account
    from identifiers i
    join wallets w on w.tenant = i.tenant and w.contact_id = i.contact_id
    join bench_accounts a on a.wallet_id = w.id
   where i.tenant = p_tenant and i.value = p_contact and i.kind = 'CODE';
  select balance + p_award, seq + 1 into strict v_to_balance, v_to_seq
    from accounts where tenant = p_tenant and id = v_account for no key update;
  perform 1 from purchases
    where tenant = p_tenant and reference_number = p_reference and merchant_id = p_merchant;
  if found then raise exception 'the reference number % is taken', p_reference; end if;

  insert into purchases (tenant, id, reference_number, merchant_id, venue_id, contact_id, wallet_id, state, reduction_method,
                         currency, total, award, spend, date, created_at, content_hash, lines, outcome, explain)
  values (p_tenant, v_purchase, p_reference, p_merchant, p_venue, v_contact, v_wallet, 'POSTED', 'FRONT_END',
          'EUR', p_total, p_award, 0, now(), now(), p_content_hash, p_lines::json, p_outcome::json, p_explain::json);
  insert into lots (tenant, id, wallet_id, pool_id, amount, remaining, currency, available_at, expires_at, funder_id, offer_id,
                    offer_version, journal_id, created_at)
  values (p_tenant, v_lot, v_wallet, p_pool, p_award, p_award, 'EUR', now(), now() + interval '1 year', p_funder,
          p_offer, 1, v_purchase, now());
  update accounts
     set balance = balance - p_award, seq = seq + 1,
         head = bench.next_head(head, bench.entry(p_tenant, v_purchase, p_award, id, seq + 1, balance - p_award, v_account,
                                                  v_to_seq, v_to_balance, v_lot, bench.at()))
   where tenant = p_tenant and id = p_funder_account
    returning balance, seq, head into v_from_balance, v_from_seq, v_from_head;
  update accounts
     set balance = v_to_balance, seq = v_to_seq,
         head = bench.next_head(head, bench.entry(p_tenant, v_purchase, p_award, p_funder_account, v_from_seq, v_from_balance, id,
                                                  v_to_seq, v_to_balance, v_lot, bench.at()))
   where tenant = p_tenant and id = v_account
    returning head into v_to_head;
  insert into transfers (tenant, journal_id, line, kind, amount, currency, from_account, from_seq, from_balance, to_account,
                         to_seq, to_balance, lot_id, at, from_hash, to_hash)
  values (p_tenant, v_purchase, 1, 'AWARD', p_award, 'EUR', p_funder_account, v_from_seq, v_from_balance, v_account,
          v_to_seq, v_to_balance, v_lot, bench.at(), v_from_head, v_to_head);
  insert into events (tenant, id, type, entity_id, at)
  values (p_tenant, bench.new_id(), 'purchase.posted', v_purchase, now()),
         (p_tenant, bench.new_id(), 'reward.awarded', v_purchase, now());
  return v_purchase;
end $$;
