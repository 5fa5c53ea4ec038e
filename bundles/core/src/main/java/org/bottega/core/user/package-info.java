/** Staff and buyers: roles, passwords, logging in, and the links that are mailed for setting a password. */
package org.bottega.core.user;
