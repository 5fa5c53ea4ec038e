/** The pages that links in mails lead to, for people (English and Italian). */
package org.bottega.sales.page;
