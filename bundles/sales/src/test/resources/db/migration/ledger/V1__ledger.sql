CREATE TABLE ledger_entry (
  tenant_id VARCHAR(30) NOT NULL,
  id        VARCHAR(26) NOT NULL,
  CONSTRAINT ledger_entry_pk PRIMARY KEY (tenant_id, id)
);
