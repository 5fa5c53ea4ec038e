create table core_mail (
    tenant_id    VARCHAR(30)  not null,
    id           VARCHAR(26)  not null,
    to_address   VARCHAR(254) not null,
    subject      VARCHAR(500) not null,
    body         ${text}      not null,
    template     VARCHAR(100) not null,
    locale       VARCHAR(35)  not null,
    about        VARCHAR(100),
    state        VARCHAR(10)  not null,
    tries        SMALLINT     not null default 0,
    due_at       ${instant},
    due_attempts SMALLINT     not null default 0,
    due_error    VARCHAR(500),
    created_at   ${instant}   not null,
    queued_at    ${instant}   not null,
    sent_at      ${instant},
    constraint core_mail_pk primary key (tenant_id, id)
);
create index core_mail_due on core_mail (due_at);
create index core_mail_newest on core_mail (tenant_id, created_at desc, id desc);
