create table chores_bill (
  tenant_id varchar(30) not null,
  id varchar(26) not null,
  due_at ${instant},
  due_attempts smallint not null default 0,
  due_error varchar(500),
  constraint chores_bill_pk primary key (tenant_id, id)
);
create index chores_bill_due on chores_bill (due_at);
create table chores_reminder (
  tenant_id varchar(30) not null,
  id varchar(60) not null,
  due_at ${instant},
  due_attempts smallint not null default 0,
  due_error varchar(500),
  constraint chores_reminder_pk primary key (tenant_id, id)
);
create index chores_reminder_due on chores_reminder (due_at);
create table chores_diary (
  tenant_id varchar(30) not null,
  id bigint not null,
  line varchar(200) not null,
  constraint chores_diary_pk primary key (tenant_id, id)
);
create sequence chores_seq as bigint start with 1;
