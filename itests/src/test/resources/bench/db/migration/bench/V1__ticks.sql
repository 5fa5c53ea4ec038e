create table bench_tick (
  tenant_id varchar(30) not null,
  id varchar(36) not null,
  due_at ${instant},
  due_attempts smallint default 0 not null,
  due_error varchar(500),
  constraint bench_tick_pk primary key (tenant_id, id)
);

create index bench_tick_due on bench_tick (due_at, due_attempts);
