-- One call of the function of purchase-function.sql.
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
select bench.purchase(:tenant, :merchant_id, :venue_id, :funder_id, :funder_account, :pool_id, :offer_id,
                      'C' || :contact, :reference, :total, :award, :lines, :outcome, :explain, :content_hash);
