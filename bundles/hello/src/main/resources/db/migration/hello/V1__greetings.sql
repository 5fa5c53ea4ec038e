CREATE TABLE hello_greetings (
  tenant_id  VARCHAR(30)  NOT NULL,
  id         VARCHAR(26)  NOT NULL,
  name       VARCHAR(100) NOT NULL,
  greeted_at ${instant}   NOT NULL,
  heard_at   ${instant},
  version    BIGINT       NOT NULL,
  CONSTRAINT hello_greetings_pk PRIMARY KEY (tenant_id, id)
);

CREATE INDEX hello_greetings_new ON hello_greetings (tenant_id, greeted_at DESC, id DESC);
