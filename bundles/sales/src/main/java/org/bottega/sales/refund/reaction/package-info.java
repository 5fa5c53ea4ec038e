/** What happens around refunds by itself: mails, reminders, unanswered requests. */
package org.bottega.sales.refund.reaction;
