/** API clients and the tokens they log in with. */
package org.bottega.core.account;
