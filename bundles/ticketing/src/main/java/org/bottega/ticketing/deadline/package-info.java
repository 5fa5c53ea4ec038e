/** The clocks of tickets as pure functions: when something is due, and the stretches of time that explain it (TKT-12…32). */
package org.bottega.ticketing.deadline;
