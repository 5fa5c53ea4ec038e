-- A module that was switched on is told once more, a little later: see BusinessModule.enable.
alter table core_module_state add column due_at ${instant};
alter table core_module_state add column due_attempts smallint default 0 not null;
alter table core_module_state add column due_error varchar(500);
create index core_module_state_due on core_module_state (due_at);
