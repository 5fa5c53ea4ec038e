/** Mails: rendered when they are asked for, written in the same unit of work, sent after it by due work {@code core.mail}. */
package org.bottega.core.mail;
