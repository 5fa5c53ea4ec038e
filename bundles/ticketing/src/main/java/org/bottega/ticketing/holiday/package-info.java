/** Public holidays, read from iCalendar text. */
package org.bottega.ticketing.holiday;
