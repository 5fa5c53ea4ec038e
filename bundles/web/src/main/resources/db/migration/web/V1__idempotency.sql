CREATE TABLE web_idempotency (
    tenant_id    VARCHAR(30)   NOT NULL,
    id           VARCHAR(43)   NOT NULL,
    fingerprint  VARCHAR(43)   NOT NULL,
    state        VARCHAR(4)    NOT NULL,
    status       INTEGER       NOT NULL,
    content_type VARCHAR(100),
    location     VARCHAR(2000),
    body         ${bytes}      NOT NULL,
    created_at   ${instant}    NOT NULL,
    due_at       ${instant},
    due_attempts SMALLINT      DEFAULT 0 NOT NULL,
    due_error    VARCHAR(500),
    CONSTRAINT web_idempotency_pk PRIMARY KEY (tenant_id, id)
);

CREATE INDEX web_idempotency_due ON web_idempotency (due_at);
