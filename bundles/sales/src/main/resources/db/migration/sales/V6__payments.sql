-- Payments that take their time: slips, pre-orders, unpaid and disputed ones; what gateways tell by themselves.

ALTER TABLE sales_offer ADD COLUMN release_at ${instant};          -- pre-order: when it is delivered and charged

ALTER TABLE sales_purchase ADD COLUMN terms_from ${instant};       -- paid later: its periods run from here; null: from the purchase

ALTER TABLE sales_payment ADD COLUMN means VARCHAR(200);           -- the gateway's token; never a card number
ALTER TABLE sales_payment ADD COLUMN release_at ${instant};        -- pre-order: when it is to be charged
ALTER TABLE sales_payment ADD COLUMN ends_at ${instant};           -- until when it may be paid
ALTER TABLE sales_payment ADD COLUMN slip_code VARCHAR(100);
ALTER TABLE sales_payment ADD COLUMN slip_url VARCHAR(500);
ALTER TABLE sales_payment ADD COLUMN unpaid_at ${instant};         -- when it was first heard to be unpaid (LOY-05)
ALTER TABLE sales_payment ADD COLUMN tries SMALLINT DEFAULT 0 NOT NULL;
ALTER TABLE sales_payment ADD COLUMN disputed_at ${instant};       -- when it was heard to be contested (D11)
ALTER TABLE sales_payment ADD COLUMN cancel_wanted BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX sales_payment_state ON sales_payment (tenant_id, state, purchase_id);

-- What gateways told by themselves. Due: to be applied, by asking the gateway.
CREATE TABLE sales_notice (
  tenant_id    VARCHAR(30)  NOT NULL,
  id           VARCHAR(26)  NOT NULL,
  gateway      VARCHAR(30)  NOT NULL,
  notice       VARCHAR(100) NOT NULL,            -- the gateway's own id
  about        VARCHAR(10)  NOT NULL,            -- CHARGE or REFUND
  about_key    VARCHAR(100) NOT NULL,            -- of the charge or refund
  outcome      VARCHAR(30)  NOT NULL,            -- as the gateway said
  state        VARCHAR(10)  NOT NULL,            -- NEW, APPLIED or DROPPED
  created_at   ${instant}   NOT NULL,
  due_at       ${instant},
  due_attempts SMALLINT     DEFAULT 0 NOT NULL,
  due_error    VARCHAR(500),
  version      BIGINT       NOT NULL,
  CONSTRAINT sales_notice_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_notice_once UNIQUE (tenant_id, gateway, notice)
);
CREATE INDEX sales_notice_list ON sales_notice (tenant_id, created_at DESC, id DESC);
CREATE INDEX sales_notice_due ON sales_notice (due_at);

-- Which of the secrets that are derived from the tenant's key a gateway signs with. Without a row: the first.
CREATE TABLE sales_notice_key (
  tenant_id  VARCHAR(30) NOT NULL,
  id         VARCHAR(30) NOT NULL,               -- the gateway
  generation INTEGER     NOT NULL,
  version    BIGINT      NOT NULL,
  CONSTRAINT sales_notice_key_pk PRIMARY KEY (tenant_id, id)
);

-- The sandbox gateway's own book, continued: what it was told to pretend, and which card a token stands for.
CREATE TABLE sales_sandbox_told (
  tenant_id  VARCHAR(30) NOT NULL,
  id         VARCHAR(26) NOT NULL,
  charge_id  VARCHAR(26) NOT NULL,
  outcome    VARCHAR(20) NOT NULL,
  created_at ${instant}  NOT NULL,
  CONSTRAINT sales_sandbox_told_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sales_sandbox_told_of ON sales_sandbox_told (tenant_id, charge_id, id);

CREATE TABLE sales_sandbox_card (
  tenant_id  VARCHAR(30) NOT NULL,
  id         VARCHAR(26) NOT NULL,               -- the key of the command
  scenario   VARCHAR(20) NOT NULL,
  CONSTRAINT sales_sandbox_card_pk PRIMARY KEY (tenant_id, id)
);
