-- Where events are sent. Secrets are not kept: they are derived from the tenant's key, the id and the generation.
CREATE TABLE webhooks_endpoint (
  tenant_id     VARCHAR(30)   NOT NULL,
  id            VARCHAR(26)   NOT NULL,
  url           VARCHAR(1000) NOT NULL,
  description   VARCHAR(200),
  contact       VARCHAR(254)  NOT NULL,          -- is told when it is disabled
  events        VARCHAR(4000) NOT NULL,          -- names, sales.* or *, between commas
  state         VARCHAR(10)   NOT NULL,          -- ENABLED or DISABLED
  disabled_why  VARCHAR(10),                     -- ASKED, FAILING or GONE
  disabled_at   ${instant},
  generation    INTEGER       NOT NULL,          -- of its secret
  rotated_at    ${instant},
  failing_since ${instant},                      -- begin of the first attempt of which none since has succeeded
  request_key   VARCHAR(43)   NOT NULL,          -- under which it was asked for
  created_at    ${instant}    NOT NULL,
  version       BIGINT        NOT NULL,
  CONSTRAINT webhooks_endpoint_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT webhooks_endpoint_once UNIQUE (tenant_id, request_key)
);
CREATE INDEX webhooks_endpoint_list ON webhooks_endpoint (tenant_id, created_at DESC, id DESC);

-- One event for one endpoint. Due: to be sent, and once that is over, to be removed.
CREATE TABLE webhooks_delivery (
  tenant_id    VARCHAR(30)  NOT NULL,
  id           VARCHAR(26)  NOT NULL,
  endpoint_id  VARCHAR(26)  NOT NULL,
  event_id     VARCHAR(26)  NOT NULL,
  event_type   VARCHAR(100) NOT NULL,
  body         ${text}      NOT NULL,
  state        VARCHAR(10)  NOT NULL,            -- PENDING, DELIVERED or FAILED
  created_at   ${instant}   NOT NULL,
  tries        SMALLINT     NOT NULL,            -- attempts since it was queued
  first_try_at ${instant},                       -- of those
  last_status  INTEGER,
  last_error   VARCHAR(500),
  ended_at     ${instant},
  due_at       ${instant},
  due_attempts SMALLINT     DEFAULT 0 NOT NULL,
  due_error    VARCHAR(500),
  CONSTRAINT webhooks_delivery_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX webhooks_delivery_due ON webhooks_delivery (due_at, due_attempts);
CREATE INDEX webhooks_delivery_list ON webhooks_delivery (tenant_id, endpoint_id, created_at DESC, id DESC);
CREATE INDEX webhooks_delivery_state ON webhooks_delivery (tenant_id, endpoint_id, state, created_at DESC, id DESC);
CREATE INDEX webhooks_delivery_type ON webhooks_delivery (tenant_id, endpoint_id, event_type, created_at DESC, id DESC);

CREATE TABLE webhooks_attempt (
  tenant_id   VARCHAR(30) NOT NULL,
  id          VARCHAR(26) NOT NULL,
  delivery_id VARCHAR(26) NOT NULL,
  begun_at    ${instant}  NOT NULL,
  millis      INTEGER     NOT NULL,
  status      INTEGER,
  error       VARCHAR(500),
  answer      VARCHAR(1000),                     -- how its body begins
  CONSTRAINT webhooks_attempt_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX webhooks_attempt_of ON webhooks_attempt (tenant_id, delivery_id, id);
