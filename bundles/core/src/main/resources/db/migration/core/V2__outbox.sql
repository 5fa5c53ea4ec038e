-- Who hears what: one row per listener, written when its bundle first starts and kept while it is away.
create table core_subscription (
    listener   VARCHAR(100) not null,
    module     VARCHAR(30)  not null,
    event_type VARCHAR(100) not null,
    constraint core_subscription_pk primary key (listener)
);

create sequence core_event_seq as BIGINT start with 1 increment by 1;

create table core_event (
    tenant_id   VARCHAR(30)  not null,
    id          VARCHAR(26)  not null,
    seq         BIGINT       not null,
    event_type  VARCHAR(100) not null,
    aggregate   VARCHAR(100) not null,
    payload     ${text}      not null,
    occurred_at ${instant}   not null,
    actor       VARCHAR(150) not null,
    request     VARCHAR(100),
    constraint core_event_pk primary key (tenant_id, id)
);

-- A delivery that is fresh is due since 1970, so that fresh ones sort by seq alone and no clock has a say in the order.
-- One that failed is due when it is to be tried again. Those behind a failed one of their aggregate, and parked ones, have
-- no due_at.
create table core_delivery (
    tenant_id    VARCHAR(30)  not null,
    id           VARCHAR(26)  not null,
    listener     VARCHAR(100) not null,
    event_id     VARCHAR(26)  not null,
    aggregate    VARCHAR(100) not null,
    seq          BIGINT       not null,
    due_at       ${instant},
    due_attempts SMALLINT     not null default 0,
    due_error    VARCHAR(500),
    parked       BOOLEAN      not null default false,
    constraint core_delivery_pk primary key (tenant_id, id)
);
create index core_delivery_due on core_delivery (due_at);
create index core_delivery_lane on core_delivery (tenant_id, listener, due_at, seq);
create index core_delivery_aggregate on core_delivery (tenant_id, listener, aggregate, due_at, seq);
