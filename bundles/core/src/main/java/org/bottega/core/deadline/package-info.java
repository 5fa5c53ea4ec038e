/** Work that falls due: one sweeper per node looks for due rows and hands them to the module that knows what to do. */
package org.bottega.core.deadline;
