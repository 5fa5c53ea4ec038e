/** The few pages for people without an account at hand: HTML without scripts, in English and Italian. */
package org.bottega.web.page;
