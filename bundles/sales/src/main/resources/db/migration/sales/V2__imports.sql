-- Files of history, what became of them, and why lines of them were not taken.

CREATE TABLE sales_import (
  tenant_id        VARCHAR(30)   NOT NULL,
  id               VARCHAR(26)   NOT NULL,
  seller_id        VARCHAR(30)   NOT NULL,
  product_id       VARCHAR(26),                   -- what was sold, or null when the file does not tell
  state            VARCHAR(10)   NOT NULL,
  currency         VARCHAR(3)    NOT NULL,
  zone             VARCHAR(50)   NOT NULL,        -- of days and local times in the file
  status           VARCHAR(30)   NOT NULL,        -- of the purchases
  replay           BOOLEAN       NOT NULL,        -- tell the other modules, as if sold now (D30)
  mapping          VARCHAR(2000) NOT NULL,        -- field=column, a line each
  email_template   VARCHAR(254),
  byte_count       BIGINT        NOT NULL,
  line_count       INTEGER       NOT NULL,
  header_lines     INTEGER       NOT NULL,
  line_done        INTEGER       NOT NULL,        -- a worker goes on after this line
  created_count    INTEGER       NOT NULL,
  unchanged_count  INTEGER       NOT NULL,
  failed_count     INTEGER       NOT NULL,
  buyer_count      INTEGER       NOT NULL,
  created_amount   BIGINT        NOT NULL,
  unchanged_amount BIGINT        NOT NULL,
  error_count      INTEGER       NOT NULL,        -- rows in sales_import_error
  created_at       ${instant}    NOT NULL,
  started_at       ${instant},
  finished_at      ${instant},
  worker           VARCHAR(26),                   -- who holds it until due_at
  attempts         SMALLINT      NOT NULL,        -- times it was taken since a line got done
  trouble          VARCHAR(500),                  -- why it failed, or what holds it up
  due_at           ${instant},
  due_attempts     SMALLINT      NOT NULL DEFAULT 0,
  due_error        VARCHAR(500),
  version          BIGINT        NOT NULL,
  CONSTRAINT sales_import_pk PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sales_import_list ON sales_import (tenant_id, created_at DESC, id DESC);
CREATE INDEX sales_import_seller ON sales_import (tenant_id, seller_id, created_at DESC, id DESC);
CREATE INDEX sales_import_state ON sales_import (tenant_id, state, id);
CREATE INDEX sales_import_due ON sales_import (due_at);

-- The file as it came, until the import has ended. PERSONAL
CREATE TABLE sales_import_chunk (
  tenant_id VARCHAR(30) NOT NULL,
  import_id VARCHAR(26) NOT NULL,
  part      INTEGER     NOT NULL,
  seller_id VARCHAR(30) NOT NULL,
  content   ${bytes}    NOT NULL,
  CONSTRAINT sales_import_chunk_pk PRIMARY KEY (tenant_id, import_id, part),
  CONSTRAINT sales_import_chunk_of FOREIGN KEY (tenant_id, import_id) REFERENCES sales_import (tenant_id, id)
);

CREATE TABLE sales_import_error (
  tenant_id VARCHAR(30)  NOT NULL,
  id        VARCHAR(26)  NOT NULL,
  seller_id VARCHAR(30)  NOT NULL,
  import_id VARCHAR(26)  NOT NULL,
  line      INTEGER      NOT NULL,
  field     VARCHAR(20),
  code      VARCHAR(40)  NOT NULL,
  detail    VARCHAR(300) NOT NULL,
  CONSTRAINT sales_import_error_pk PRIMARY KEY (tenant_id, id),
  CONSTRAINT sales_import_error_of FOREIGN KEY (tenant_id, import_id) REFERENCES sales_import (tenant_id, id)
);
CREATE INDEX sales_import_error_list ON sales_import_error (tenant_id, import_id, line, id);
