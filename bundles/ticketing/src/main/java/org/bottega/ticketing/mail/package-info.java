/** Mails about tickets to both sides (NOT-01 to NOT-13), and the signed links that customers find in them (TKT-10). */
package org.bottega.ticketing.mail;
