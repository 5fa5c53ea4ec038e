-- What sellers offer, what was bought, how it was paid, what was given back, who may reach the product.
-- Amounts are minor units beside an ISO 4217 code. "PERSONAL" marks columns with personal data.

CREATE TABLE sales_product (
  tenant_id      VARCHAR(30)  NOT NULL,
  id             VARCHAR(26)  NOT NULL,
  seller_id      VARCHAR(30)  NOT NULL,
  name           VARCHAR(200) NOT NULL,
  name_key       VARCHAR(200) NOT NULL,          -- name in lower case, for the search by prefix
  support_email  VARCHAR(254),                   -- null: the seller's own (SAL-13, ACC-20)
  refund_policy  VARCHAR(10)  NOT NULL,          -- GUARANTEE or TICKET (D8)
  guarantee_days SMALLINT     NOT NULL,
  created_at     ${instant}   NOT NULL,
  version        BIGINT       NOT NULL,
  CONSTRAINT sales_product_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sales_product_seller ON sales_product (tenant_id, seller_id, name_key, id);
CREATE INDEX sales_product_name ON sales_product (tenant_id, name_key, id);

CREATE TABLE sales_offer (
  tenant_id  VARCHAR(30)  NOT NULL,
  id         VARCHAR(26)  NOT NULL,
  seller_id  VARCHAR(30)  NOT NULL,
  product_id VARCHAR(26)  NOT NULL,
  name       VARCHAR(200),
  amount     BIGINT       NOT NULL,
  currency   VARCHAR(3)   NOT NULL,
  created_at ${instant}   NOT NULL,
  version    BIGINT       NOT NULL,
  CONSTRAINT sales_offer_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_offer_of FOREIGN KEY (tenant_id, product_id) REFERENCES sales_product (tenant_id, id)
);
CREATE INDEX sales_offer_list ON sales_offer (tenant_id, created_at DESC, id DESC);
CREATE INDEX sales_offer_product ON sales_offer (tenant_id, product_id, created_at DESC, id DESC);
CREATE INDEX sales_offer_seller ON sales_offer (tenant_id, seller_id, created_at DESC, id DESC);

CREATE TABLE sales_buyer (
  tenant_id  VARCHAR(30)  NOT NULL,
  id         VARCHAR(26)  NOT NULL,
  email      VARCHAR(254) NOT NULL,              -- PERSONAL, lower case
  name       VARCHAR(200),                       -- PERSONAL
  tax_id     VARCHAR(40),                        -- PERSONAL
  locale     VARCHAR(20)  NOT NULL,              -- language tag
  created_at ${instant}   NOT NULL,
  version    BIGINT       NOT NULL,
  CONSTRAINT sales_buyer_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_buyer_email UNIQUE (tenant_id, email)
);

CREATE TABLE sales_purchase (
  tenant_id      VARCHAR(30)  NOT NULL,
  id             VARCHAR(26)  NOT NULL,          -- the transaction code, HP…
  seller_id      VARCHAR(30)  NOT NULL,
  product_id     VARCHAR(26),                    -- null: imported without a product
  product_name   VARCHAR(200),                   -- as it was called when sold
  offer_id       VARCHAR(26),                    -- null: imported
  buyer_id       VARCHAR(26)  NOT NULL,
  buyer_email    VARCHAR(254) NOT NULL,          -- PERSONAL, lower case, as it was when sold
  buyer_name     VARCHAR(200),                   -- PERSONAL
  buyer_name_key VARCHAR(200),                   -- PERSONAL, lower case, for the search by prefix
  status         VARCHAR(30)  NOT NULL,
  amount         BIGINT       NOT NULL,
  currency       VARCHAR(3)   NOT NULL,
  refunded       BIGINT       NOT NULL,          -- given back so far, same currency
  payment_type   VARCHAR(20)  NOT NULL,          -- CARD; IMPORTED: paid elsewhere, there is no payment here
  purchased_at   ${instant}   NOT NULL,
  refund_policy  VARCHAR(10)  NOT NULL,          -- the product's when sold; never changes (D8)
  guarantee_days SMALLINT     NOT NULL,
  customer_days  SMALLINT     NOT NULL,
  seller_days    SMALLINT     NOT NULL,
  source         VARCHAR(100),                   -- transaction in the system it was imported from, or null
  request_key    VARCHAR(330),                   -- hash of who asked and the Idempotency-Key; null: imported
  due_at         ${instant},                     -- end of the guarantee, while that changes something
  due_attempts   SMALLINT     NOT NULL DEFAULT 0,
  due_error      VARCHAR(500),
  version        BIGINT       NOT NULL,
  CONSTRAINT sales_purchase_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_purchase_source UNIQUE (tenant_id, seller_id, source),
  CONSTRAINT sales_purchase_request UNIQUE (tenant_id, request_key),
  CONSTRAINT sales_purchase_buyer FOREIGN KEY (tenant_id, buyer_id) REFERENCES sales_buyer (tenant_id, id)
);
CREATE INDEX sales_purchase_list ON sales_purchase (tenant_id, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_seller ON sales_purchase (tenant_id, seller_id, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_status ON sales_purchase (tenant_id, status, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_email ON sales_purchase (tenant_id, buyer_email, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_name ON sales_purchase (tenant_id, buyer_name_key, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_product ON sales_purchase (tenant_id, product_id, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_paytype ON sales_purchase (tenant_id, payment_type, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_due ON sales_purchase (due_at);

CREATE TABLE sales_payment (
  tenant_id    VARCHAR(30) NOT NULL,
  id           VARCHAR(26) NOT NULL,             -- the key of the charge at the gateway
  seller_id    VARCHAR(30) NOT NULL,
  purchase_id  VARCHAR(26) NOT NULL,
  gateway      VARCHAR(30) NOT NULL,
  state        VARCHAR(20) NOT NULL,
  amount       BIGINT      NOT NULL,
  currency     VARCHAR(3)  NOT NULL,
  card         VARCHAR(4),                       -- last four digits, for people
  created_at   ${instant}  NOT NULL,
  settled_at   ${instant},                       -- when the gateway's decision was heard
  due_at       ${instant},                       -- when to ask the gateway again
  due_attempts SMALLINT    NOT NULL DEFAULT 0,
  due_error    VARCHAR(500),
  version      BIGINT      NOT NULL,
  CONSTRAINT sales_payment_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_payment_purchase FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id)
);
CREATE INDEX sales_payment_list ON sales_payment (tenant_id, purchase_id, id);
CREATE INDEX sales_payment_due ON sales_payment (due_at);

CREATE TABLE sales_refund (
  tenant_id    VARCHAR(30)  NOT NULL,
  id           VARCHAR(26)  NOT NULL,            -- the key of the refund at the gateway
  seller_id    VARCHAR(30)  NOT NULL,
  purchase_id  VARCHAR(26)  NOT NULL,
  payment_id   VARCHAR(26)  NOT NULL,
  request_key  VARCHAR(330) NOT NULL,            -- hash of who asked and the Idempotency-Key
  state        VARCHAR(20)  NOT NULL,
  amount       BIGINT       NOT NULL,
  currency     VARCHAR(3)   NOT NULL,
  reason       VARCHAR(500) NOT NULL,
  created_at   ${instant}   NOT NULL,
  settled_at   ${instant},
  due_at       ${instant},                       -- when to ask the gateway again
  due_attempts SMALLINT     NOT NULL DEFAULT 0,
  due_error    VARCHAR(500),
  version      BIGINT       NOT NULL,
  CONSTRAINT sales_refund_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_refund_request UNIQUE (tenant_id, request_key),
  CONSTRAINT sales_refund_purchase FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id),
  CONSTRAINT sales_refund_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES sales_payment (tenant_id, id)
);
CREATE INDEX sales_refund_list ON sales_refund (tenant_id, purchase_id, id);
CREATE INDEX sales_refund_due ON sales_refund (due_at);

CREATE TABLE sales_access (
  tenant_id     VARCHAR(30) NOT NULL,
  id            VARCHAR(26) NOT NULL,
  seller_id     VARCHAR(30) NOT NULL,
  purchase_id   VARCHAR(26) NOT NULL,
  product_id    VARCHAR(26) NOT NULL,
  buyer_id      VARCHAR(26) NOT NULL,
  state         VARCHAR(10) NOT NULL,            -- GRANTED or REVOKED
  link_version  INTEGER     NOT NULL,            -- the one link that is good; older ones are void
  created_at    ${instant}  NOT NULL,
  first_used_at ${instant},
  version       BIGINT      NOT NULL,
  CONSTRAINT sales_access_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_access_product UNIQUE (tenant_id, purchase_id, product_id),
  CONSTRAINT sales_access_purchase FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id)
);

-- The sandbox gateway's own book: what it was commanded and what it answered. No card numbers.
CREATE TABLE sales_sandbox (
  tenant_id  VARCHAR(30) NOT NULL,
  id         VARCHAR(26) NOT NULL,               -- the key of the command
  kind       VARCHAR(10) NOT NULL,               -- CHARGE or REFUND
  charge_id  VARCHAR(26),                        -- of a refund: the charge it reverses
  scenario   VARCHAR(20) NOT NULL,               -- which test card it was
  refused    BOOLEAN     NOT NULL,
  amount     BIGINT      NOT NULL,
  currency   VARCHAR(3)  NOT NULL,
  created_at ${instant}  NOT NULL,
  CONSTRAINT sales_sandbox_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sales_sandbox_charge ON sales_sandbox (tenant_id, charge_id, id);
