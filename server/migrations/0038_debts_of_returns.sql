-- Of awards that returns took back, what is owed since; like returned_award, of which it is a part.
alter table purchases add column returned_debt bigint not null default 0;
update purchases p
   set returned_debt = r.debt
  from (select tenant, purchase_id, sum(debt) as debt from return_parts where debt > 0 group by tenant, purchase_id) r
 where p.tenant = r.tenant and p.id = r.purchase_id;
