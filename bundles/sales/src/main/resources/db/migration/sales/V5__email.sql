-- Who a purchase belongs to may change: the history, changes that wait for their proof, wrong tries at proving who one is.
-- "PERSONAL" marks columns with personal data.

ALTER TABLE sales_purchase ADD COLUMN sold_to VARCHAR(254);  -- PERSONAL, the address when sold; null: it is still that one
ALTER TABLE sales_buyer ADD COLUMN tax_key VARCHAR(40);      -- PERSONAL, tax_id without punctuation, in upper case
ALTER TABLE sales_buyer ADD CONSTRAINT sales_buyer_tax UNIQUE (tenant_id, tax_key);

CREATE TABLE sales_email_change (
  tenant_id   VARCHAR(30)  NOT NULL,
  id          VARCHAR(26)  NOT NULL,
  seller_id   VARCHAR(30)  NOT NULL,
  purchase_id VARCHAR(26)  NOT NULL,
  reason      VARCHAR(30)  NOT NULL,
  old_email   VARCHAR(254) NOT NULL,             -- PERSONAL, lower case
  new_email   VARCHAR(254) NOT NULL,             -- PERSONAL, lower case
  old_buyer   VARCHAR(26)  NOT NULL,
  new_buyer   VARCHAR(26)  NOT NULL,
  made_by     VARCHAR(20)  NOT NULL,             -- SELLER, SUPPORT or BUYER
  request_key VARCHAR(330),                      -- hash of who asked and the Idempotency-Key; null: confirmed by link
  created_at  ${instant}   NOT NULL,
  CONSTRAINT sales_email_change_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_email_change_key UNIQUE (tenant_id, request_key),
  CONSTRAINT sales_email_change_of FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id)
);
CREATE INDEX sales_email_change_list ON sales_email_change (tenant_id, purchase_id, created_at DESC, id DESC);

CREATE TABLE sales_email_request (
  tenant_id   VARCHAR(30)  NOT NULL,
  id          VARCHAR(26)  NOT NULL,
  seller_id   VARCHAR(30)  NOT NULL,
  purchase_id VARCHAR(26)  NOT NULL,
  reason      VARCHAR(30)  NOT NULL,
  old_buyer   VARCHAR(26)  NOT NULL,             -- good only while the purchase is this buyer's
  new_email   VARCHAR(254) NOT NULL,             -- PERSONAL, lower case
  state       VARCHAR(10)  NOT NULL,             -- WAITING, USED or VOIDED by a newer one
  created_at  ${instant}   NOT NULL,
  expires_at  ${instant}   NOT NULL,             -- the first instant at which it is no longer good
  version     BIGINT       NOT NULL,
  CONSTRAINT sales_email_request_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_email_request_of FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id)
);
CREATE INDEX sales_email_request_list ON sales_email_request (tenant_id, purchase_id, created_at DESC, id DESC);

CREATE TABLE sales_email_try (
  tenant_id   VARCHAR(30) NOT NULL,
  id          VARCHAR(26) NOT NULL,
  seller_id   VARCHAR(30) NOT NULL,
  purchase_id VARCHAR(26) NOT NULL,
  tried_at    ${instant}  NOT NULL,
  CONSTRAINT sales_email_try_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_email_try_of FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id)
);
CREATE INDEX sales_email_try_list ON sales_email_try (tenant_id, purchase_id, tried_at DESC, id DESC);
