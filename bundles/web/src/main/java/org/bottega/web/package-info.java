/** The REST edge. */
package org.bottega.web;
