-- Refund requests that another module keeps (D9, D27), and parts that are asked for (D18).

ALTER TABLE sales_refund_request ADD COLUMN keeper VARCHAR(30);        -- module that looks after it; null: sales itself
ALTER TABLE sales_refund_request ADD COLUMN open_key VARCHAR(255);     -- the keeper's command that opened it, or null
ALTER TABLE sales_refund_request ADD COLUMN taken_back BOOLEAN DEFAULT FALSE NOT NULL;  -- terms of sales are to be set
ALTER TABLE sales_refund_request ADD COLUMN part_product VARCHAR(26);  -- the product a part is for; null: the whole order
ALTER TABLE sales_refund_request ADD CONSTRAINT sales_refreq_key UNIQUE (tenant_id, open_key);

-- Which module keeps a tenant's new refund requests. No row: sales itself.
CREATE TABLE sales_refund_keeper (
  tenant_id VARCHAR(30) NOT NULL,
  keeper    VARCHAR(30) NOT NULL,
  CONSTRAINT sales_keeper_pk PRIMARY KEY (tenant_id)
);

-- What sellers wanted to give back and a keeper took over: the same key again is answered the same.
CREATE TABLE sales_refund_handed (
  tenant_id   VARCHAR(30)  NOT NULL,
  request_key VARCHAR(330) NOT NULL,          -- hash of who asked and the Idempotency-Key
  seller_id   VARCHAR(30)  NOT NULL,
  purchase_id VARCHAR(26)  NOT NULL,
  amount      BIGINT       NOT NULL,
  currency    VARCHAR(3)   NOT NULL,
  keeper      VARCHAR(30)  NOT NULL,
  reference   VARCHAR(100) NOT NULL,          -- by which people find it at the keeper
  request     VARCHAR(26)  NOT NULL,
  gives_at    ${instant}   NOT NULL,          -- when the money is given back, unless it is undone before
  CONSTRAINT sales_handed_pk PRIMARY KEY (tenant_id, request_key),
  CONSTRAINT sales_handed_purchase FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id)
);
CREATE INDEX sales_handed_of ON sales_refund_handed (tenant_id, purchase_id);
