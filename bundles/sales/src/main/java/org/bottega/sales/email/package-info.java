/** Changing the address that a purchase belongs to (ACC-10 to ACC-18, D2). */
package org.bottega.sales.email;
