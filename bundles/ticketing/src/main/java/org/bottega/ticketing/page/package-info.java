/** The page that the customer's link leads to, for people (English and Italian). */
package org.bottega.ticketing.page;
