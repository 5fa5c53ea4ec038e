-- Refunds in parts, and refunds that buyers ask for.

ALTER TABLE sales_refund ADD COLUMN asked_by VARCHAR(100) DEFAULT '' NOT NULL;  -- kind and id of who commanded it
ALTER TABLE sales_refund ADD COLUMN product_id VARCHAR(26);                     -- the product it is for; null: the whole order
ALTER TABLE sales_refund ADD COLUMN refund_request VARCHAR(26);                 -- the request it answers, or null
CREATE INDEX sales_refund_history ON sales_refund (tenant_id, purchase_id, created_at, id);

-- PostgreSQL keeps tables and unique constraints in one name space: the constraint makes room for the table below.
ALTER TABLE sales_refund DROP CONSTRAINT sales_refund_request;
ALTER TABLE sales_refund ADD CONSTRAINT sales_refund_key UNIQUE (tenant_id, request_key);

-- What buyers, or sellers for them, asked to be given back. Due: the seller is reminded; it is approved by itself.
CREATE TABLE sales_refund_request (
  tenant_id     VARCHAR(30)   NOT NULL,
  id            VARCHAR(26)   NOT NULL,
  seller_id     VARCHAR(30)   NOT NULL,
  purchase_id   VARCHAR(26)   NOT NULL,
  product_id    VARCHAR(26),
  product_name  VARCHAR(200),                    -- as it was called when sold
  buyer_id      VARCHAR(26)   NOT NULL,
  buyer_email   VARCHAR(254)  NOT NULL,          -- PERSONAL, lower case; the purchase's
  reason        VARCHAR(30)   NOT NULL,
  remark        VARCHAR(1000),                   -- PERSONAL, in the buyer's words
  amount        BIGINT        NOT NULL,          -- what was left to give back when it was opened
  currency      VARCHAR(3)    NOT NULL,
  state         VARCHAR(12)   NOT NULL,
  open_for      VARCHAR(26),                     -- the purchase while it is not answered: one at a time (D26)
  status_before VARCHAR(30)   NOT NULL,          -- of the purchase
  side          VARCHAR(6)    NOT NULL,          -- BUYER or SELLER: who asked
  opened_by     VARCHAR(100)  NOT NULL,
  opened_at     ${instant}    NOT NULL,
  answer_by     ${instant}    NOT NULL,          -- until when the seller is to answer
  auto_approve  BOOLEAN       NOT NULL,          -- unanswered until then, it is approved
  answered_by   VARCHAR(100),
  answered_at   ${instant},
  answer        VARCHAR(500),                    -- what the seller said, or why it was closed
  answer_key    VARCHAR(330),                    -- hash of who answered and the Idempotency-Key
  due_at        ${instant},
  due_attempts  SMALLINT      DEFAULT 0 NOT NULL,
  due_error     VARCHAR(500),
  version       BIGINT        NOT NULL,
  CONSTRAINT sales_refreq_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_refreq_open UNIQUE (tenant_id, open_for),
  CONSTRAINT sales_refreq_purchase FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id)
);
CREATE INDEX sales_refreq_list ON sales_refund_request (tenant_id, opened_at DESC, id DESC);
CREATE INDEX sales_refreq_seller ON sales_refund_request (tenant_id, seller_id, opened_at DESC, id DESC);
CREATE INDEX sales_refreq_state ON sales_refund_request (tenant_id, state, opened_at DESC, id DESC);
CREATE INDEX sales_refreq_soonest ON sales_refund_request (tenant_id, answer_by, id);
CREATE INDEX sales_refreq_soonown ON sales_refund_request (tenant_id, seller_id, answer_by, id);
CREATE INDEX sales_refreq_email ON sales_refund_request (tenant_id, buyer_email, opened_at DESC, id DESC);
CREATE INDEX sales_refreq_product ON sales_refund_request (tenant_id, product_id, opened_at DESC, id DESC);
CREATE INDEX sales_refreq_of ON sales_refund_request (tenant_id, purchase_id, opened_at DESC, id DESC);
CREATE INDEX sales_refreq_due ON sales_refund_request (due_at);
