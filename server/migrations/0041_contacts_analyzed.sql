-- Of a new column PostgreSQL knows nothing until the table is analysed: it took hardly any contact to be not erased, and planned
-- to look at every contact for each that is asked for. A table that hardly changes would not be analysed for a long time.
analyze contacts;
