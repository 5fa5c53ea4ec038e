-- Bundles and what was in them when they were sold, coupons and their uses, things taken off the shelf, wider search.

ALTER TABLE sales_product ADD COLUMN kind VARCHAR(10) NOT NULL DEFAULT 'SINGLE';
ALTER TABLE sales_product ADD COLUMN contents VARCHAR(1400);  -- of a bundle: ids of its products, in order, with commas
ALTER TABLE sales_product ADD COLUMN archived_at ${instant};
ALTER TABLE sales_offer ADD COLUMN archived_at ${instant};

-- What a purchase of a bundle contains, copied when it was sold. Nothing here is personal.
CREATE TABLE sales_item (
  tenant_id    VARCHAR(30)  NOT NULL,
  id           VARCHAR(26)  NOT NULL,
  seller_id    VARCHAR(30)  NOT NULL,
  purchase_id  VARCHAR(26)  NOT NULL,
  place        SMALLINT     NOT NULL,            -- in the order of the bundle, from 1
  product_id   VARCHAR(26)  NOT NULL,
  product_name VARCHAR(200) NOT NULL,            -- as it was called when sold
  CONSTRAINT sales_item_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_item_product UNIQUE (tenant_id, purchase_id, product_id),
  CONSTRAINT sales_item_purchase FOREIGN KEY (tenant_id, purchase_id) REFERENCES sales_purchase (tenant_id, id)
);

ALTER TABLE sales_access ADD COLUMN product_name VARCHAR(200);  -- as it was called when sold

CREATE TABLE sales_coupon (
  tenant_id   VARCHAR(30) NOT NULL,
  id          VARCHAR(26) NOT NULL,
  seller_id   VARCHAR(30) NOT NULL,
  code        VARCHAR(40) NOT NULL,              -- upper case; what the buyer types
  percent     INTEGER,                           -- hundredths of a percent, 100 to 10000, or null
  amount      BIGINT,                            -- fixed, in minor units, or null
  currency    VARCHAR(3),                        -- of the amount
  valid_from  ${instant},                        -- null: always was
  valid_until ${instant},                        -- first instant it is no longer good; null: never ends
  most_uses   INTEGER,                           -- null: as many as come
  most_each   INTEGER,                           -- per buyer; null: as many as come
  used        INTEGER     NOT NULL,              -- uses that count now
  only_for    VARCHAR(2700),                     -- ids of products and offers, with commas; null: all of the seller's
  created_at  ${instant}  NOT NULL,
  archived_at ${instant},
  version     BIGINT      NOT NULL,
  CONSTRAINT sales_coupon_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_coupon_code UNIQUE (tenant_id, seller_id, code)
);
CREATE INDEX sales_coupon_list ON sales_coupon (tenant_id, code, id);

CREATE TABLE sales_coupon_use (
  tenant_id   VARCHAR(30) NOT NULL,
  id          VARCHAR(26) NOT NULL,              -- the purchase
  seller_id   VARCHAR(30) NOT NULL,
  coupon_id   VARCHAR(26) NOT NULL,
  buyer_id    VARCHAR(26) NOT NULL,
  counts      BOOLEAN     NOT NULL,              -- false: given back, the purchase ended unpaid
  created_at  ${instant}  NOT NULL,
  version     BIGINT      NOT NULL,
  CONSTRAINT sales_coupon_use_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_coupon_use_of FOREIGN KEY (tenant_id, coupon_id) REFERENCES sales_coupon (tenant_id, id)
);
CREATE INDEX sales_coupon_use_by ON sales_coupon_use (tenant_id, coupon_id, buyer_id);

ALTER TABLE sales_purchase ADD COLUMN list_amount BIGINT;        -- the offer's price, where a coupon made it less
ALTER TABLE sales_purchase ADD COLUMN coupon_code VARCHAR(40);
ALTER TABLE sales_purchase ADD COLUMN buyer_tax_id VARCHAR(40);  -- PERSONAL, as told at this sale

CREATE INDEX sales_purchase_offer ON sales_purchase (tenant_id, offer_id, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_coupon ON sales_purchase (tenant_id, coupon_code, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_tax ON sales_purchase (tenant_id, buyer_tax_id, purchased_at DESC, id DESC);
CREATE INDEX sales_purchase_oldest ON sales_purchase (tenant_id, purchased_at, id);
CREATE INDEX sales_purchase_amount ON sales_purchase (tenant_id, amount DESC, id DESC);
