-- Parked rows (no due_at, but failed attempts) are found without reading those that are done.
DROP INDEX sales_purchase_due;
CREATE INDEX sales_purchase_due ON sales_purchase (due_at, due_attempts);
DROP INDEX sales_payment_due;
CREATE INDEX sales_payment_due ON sales_payment (due_at, due_attempts);
DROP INDEX sales_refund_due;
CREATE INDEX sales_refund_due ON sales_refund (due_at, due_attempts);
DROP INDEX sales_refreq_due;
CREATE INDEX sales_refreq_due ON sales_refund_request (due_at, due_attempts);
DROP INDEX sales_notice_due;
CREATE INDEX sales_notice_due ON sales_notice (due_at, due_attempts);
DROP INDEX sales_import_due;
CREATE INDEX sales_import_due ON sales_import (due_at, due_attempts);
