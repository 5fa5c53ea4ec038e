/** The operator's commands. Each runs as the operator, within one marketplace or on the platform itself. */
package org.bottega.core.shell;
