/** The whole platform in a plain JVM, for the domain stories of all modules. */
package org.bottega.core.testing;
