/** Answers that are streamed: parts, names to save under, and what happens when one side goes away. */
package org.bottega.web.stream;
