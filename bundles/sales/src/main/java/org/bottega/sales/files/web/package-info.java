/** Products' files over REST. */
package org.bottega.sales.files.web;
