-- What customers and sellers ask for. Due: the next thing that happens by itself.
CREATE TABLE ticketing_ticket (
  tenant_id    VARCHAR(30)  NOT NULL,
  id           VARCHAR(26)  NOT NULL,          -- its code, unguessable
  seller_id    VARCHAR(30)  NOT NULL,
  purchase_id  VARCHAR(26)  NOT NULL,          -- transaction of the purchase
  product_id   VARCHAR(26),
  buyer_id     VARCHAR(26)  NOT NULL,
  buyer_email  VARCHAR(254) NOT NULL,          -- PERSONAL, lower case; the purchase's
  type         VARCHAR(12)  NOT NULL,          -- REFUND, CANCELLATION or SUPPORT
  state        VARCHAR(10)  NOT NULL,          -- OPENING, OPEN, PROCESSING or CLOSED
  reason       VARCHAR(30)  NOT NULL,
  open_for     VARCHAR(26),                    -- the purchase while money is asked for: one at a time (D26)
  opened_by    VARCHAR(10)  NOT NULL,          -- CUSTOMER, SELLER or OPERATOR
  opened_at    ${instant}   NOT NULL,
  request_key  VARCHAR(50)  NOT NULL,          -- of the command that opened it
  request_hash VARCHAR(50)  NOT NULL,          -- of what that command asked for
  step_key     VARCHAR(50),                    -- of the last command in steps after that
  clock_from   ${instant}   NOT NULL,          -- where the clock of a refund begins
  clock_by     VARCHAR(10)  NOT NULL,          -- whose clock that is
  last_by      VARCHAR(10)  NOT NULL,          -- who touched it last (TKT-33)
  last_at      ${instant}   NOT NULL,
  warned       SMALLINT     NOT NULL,          -- warnings of this silence
  warned_at    ${instant},                     -- when the last of them went out
  next_step    VARCHAR(10),                    -- SETTLE, PROCESS, WARN_1, WARN_2 or CLOSE
  queue_at     ${instant}   NOT NULL,          -- due_at, or the end of time: what the queue is sorted by
  case_id      VARCHAR(26),                    -- refund request in sales
  case_round   SMALLINT     NOT NULL,          -- how often money was asked for
  case_before  VARCHAR(10),                    -- NEW, SUPPORT or CLOSED: what it is again when sales refuses
  case_reason  VARCHAR(30),                    -- why money is asked for
  case_by      VARCHAR(10),                    -- who asks, while it is OPENING
  case_at      ${instant},
  case_comment VARCHAR(26),                    -- what he wrote: removed when sales refuses
  grants       SMALLINT     NOT NULL,          -- how often the gateway was asked in this round
  refusals     SMALLINT     NOT NULL,          -- how often it refused
  amount       BIGINT,                         -- to be given back; null: all that is left
  currency     VARCHAR(3),
  closed_at    ${instant},
  closed_by    VARCHAR(10),
  closed_why   VARCHAR(12),
  consent      VARCHAR(26),                    -- the customer's comment by which he agreed (D20)
  due_at       ${instant},
  due_attempts SMALLINT     DEFAULT 0 NOT NULL,
  due_error    VARCHAR(500),
  version      BIGINT       NOT NULL,
  CONSTRAINT ticketing_ticket_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT ticketing_ticket_open UNIQUE (tenant_id, open_for),
  CONSTRAINT ticketing_ticket_case UNIQUE (tenant_id, case_id),
  CONSTRAINT ticketing_ticket_key UNIQUE (tenant_id, request_key)
);
CREATE INDEX ticketing_ticket_due ON ticketing_ticket (due_at, due_attempts);
CREATE INDEX ticketing_ticket_queue ON ticketing_ticket (tenant_id, queue_at, id);
CREATE INDEX ticketing_ticket_ownqueue ON ticketing_ticket (tenant_id, seller_id, queue_at, id);
CREATE INDEX ticketing_ticket_list ON ticketing_ticket (tenant_id, opened_at DESC, id DESC);
CREATE INDEX ticketing_ticket_seller ON ticketing_ticket (tenant_id, seller_id, opened_at DESC, id DESC);
CREATE INDEX ticketing_ticket_state ON ticketing_ticket (tenant_id, state, type, opened_at DESC, id DESC);
CREATE INDEX ticketing_ticket_email ON ticketing_ticket (tenant_id, buyer_email, opened_at DESC, id DESC);
CREATE INDEX ticketing_ticket_of ON ticketing_ticket (tenant_id, purchase_id, opened_at DESC, id DESC);
CREATE INDEX ticketing_ticket_product ON ticketing_ticket (tenant_id, product_id, opened_at DESC, id DESC);
CREATE INDEX ticketing_ticket_walk ON ticketing_ticket (tenant_id, seller_id, state, id);

CREATE TABLE ticketing_comment (
  tenant_id VARCHAR(30) NOT NULL,
  id        VARCHAR(26) NOT NULL,
  ticket_id VARCHAR(26) NOT NULL,
  actor     VARCHAR(10) NOT NULL,
  author    VARCHAR(100) NOT NULL,             -- kind and id of who wrote it
  made_at   ${instant}  NOT NULL,
  body      ${text},                           -- PERSONAL; null: erased
  CONSTRAINT ticketing_comment_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT ticketing_comment_of FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticketing_ticket (tenant_id, id)
);
CREATE INDEX ticketing_comment_list ON ticketing_comment (tenant_id, ticket_id, id);

-- What happened, only ever added to.
CREATE TABLE ticketing_history (
  tenant_id VARCHAR(30)  NOT NULL,
  id        VARCHAR(26)  NOT NULL,
  ticket_id VARCHAR(26)  NOT NULL,
  what      VARCHAR(12)  NOT NULL,
  actor     VARCHAR(10)  NOT NULL,
  author    VARCHAR(100) NOT NULL,
  made_at   ${instant}   NOT NULL,
  details   VARCHAR(500),
  CONSTRAINT ticketing_history_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT ticketing_history_of FOREIGN KEY (tenant_id, ticket_id) REFERENCES ticketing_ticket (tenant_id, id)
);
CREATE INDEX ticketing_history_list ON ticketing_history (tenant_id, ticket_id, id);

-- Deadlines that are to be computed anew (D17). Due: the next few of them.
CREATE TABLE ticketing_recount (
  tenant_id    VARCHAR(30)  NOT NULL,
  id           VARCHAR(26)  NOT NULL,
  seller       VARCHAR(30),                    -- null: all sellers
  why          VARCHAR(200) NOT NULL,
  after_id     VARCHAR(26)  NOT NULL,          -- where it goes on
  due_at       ${instant},
  due_attempts SMALLINT     DEFAULT 0 NOT NULL,
  due_error    VARCHAR(500),
  CONSTRAINT ticketing_recount_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX ticketing_recount_due ON ticketing_recount (due_at, due_attempts);
