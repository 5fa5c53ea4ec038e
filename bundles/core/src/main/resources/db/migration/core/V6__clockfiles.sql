-- What the clock of a sandbox says once it was moved. One row for each; due_at never changes: all rows are found by it.
create table core_clock (
    tenant_id    VARCHAR(30) not null,
    id           VARCHAR(26) not null,
    reading      VARCHAR(30) not null,
    due_at       ${instant},
    due_attempts SMALLINT    not null default 0,
    due_error    VARCHAR(500),
    constraint core_clock_pk primary key (tenant_id, id),
    constraint core_clock_tenant_fk foreign key (tenant_id) references core_tenant (id)
);
create index core_clock_due on core_clock (due_at);

-- Each move of such a clock. due_at is the end of the lease of the node that is at it.
create table core_clock_move (
    tenant_id    VARCHAR(30) not null,
    id           VARCHAR(26) not null,
    state        VARCHAR(10) not null,
    from_at      ${instant}  not null,
    to_at        ${instant}  not null,
    steps        BIGINT      not null default 0,
    processed    BIGINT      not null default 0,
    failures     ${text},
    begun_at     ${instant}  not null,
    ended_at     ${instant},
    due_at       ${instant},
    due_attempts SMALLINT    not null default 0,
    due_error    VARCHAR(500),
    constraint core_clock_move_pk primary key (tenant_id, id),
    constraint core_clock_move_tenant_fk foreign key (tenant_id) references core_tenant (id)
);
create index core_clock_move_due on core_clock_move (due_at);
create index core_clock_move_newest on core_clock_move (tenant_id, id desc);

create table core_file (
    tenant_id    VARCHAR(30)  not null,
    id           VARCHAR(26)  not null,
    module       VARCHAR(30)  not null,
    name         VARCHAR(200) not null,
    content_type VARCHAR(100) not null,
    state        VARCHAR(10)  not null,
    bytes        BIGINT       not null,
    sha256       VARCHAR(64),
    stored_at    ${instant}   not null,
    due_at       ${instant},
    due_attempts SMALLINT     not null default 0,
    due_error    VARCHAR(500),
    constraint core_file_pk primary key (tenant_id, id),
    constraint core_file_tenant_fk foreign key (tenant_id) references core_tenant (id)
);
create index core_file_due on core_file (due_at);
create index core_file_newest on core_file (tenant_id, state, id desc);
create index core_file_module on core_file (tenant_id, module, id);

create table core_file_chunk (
    tenant_id VARCHAR(30) not null,
    file_id   VARCHAR(26) not null,
    chunk     INTEGER     not null,
    content   ${bytes}    not null,
    constraint core_file_chunk_pk primary key (tenant_id, file_id, chunk),
    constraint core_file_chunk_file_fk foreign key (tenant_id, file_id) references core_file (tenant_id, id)
);

-- Bytes that the tenant's files take, unfinished ones included. Locked while they change, so that the quota is exact.
create table core_file_usage (
    tenant_id VARCHAR(30) not null,
    id        VARCHAR(26) not null,
    used      BIGINT      not null,
    constraint core_file_usage_pk primary key (tenant_id, id),
    constraint core_file_usage_tenant_fk foreign key (tenant_id) references core_tenant (id)
);
