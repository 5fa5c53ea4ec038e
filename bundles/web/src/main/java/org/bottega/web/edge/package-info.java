/** The servlets: who is it, which marketplace, is the module on, is it there. */
package org.bottega.web.edge;
