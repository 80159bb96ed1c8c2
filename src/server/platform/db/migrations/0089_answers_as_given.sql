-- An answer given again is the first one to the byte: its fields keep their order.
alter table idempotency_key alter column answer type json using answer::json;
