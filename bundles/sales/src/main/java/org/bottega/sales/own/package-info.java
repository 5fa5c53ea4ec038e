/** What a logged-in buyer sees and does himself. */
package org.bottega.sales.own;
