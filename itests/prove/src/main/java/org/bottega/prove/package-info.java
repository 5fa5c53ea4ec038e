/**
 * Finds JUnit's tests for PIT. PIT's own plugin finds them by running them all, once for each class that is mutated:
 * with tests that need a database that takes hours.
 */
package org.bottega.prove;
