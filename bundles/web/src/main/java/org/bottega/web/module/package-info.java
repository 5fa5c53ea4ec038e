/**
 * One CXF server per module. CXF matches requests to methods and converts arguments; what it would do afterwards is left
 * out: the {@link org.bottega.web.module.Runner} makes the whole answer and the servlet sends it.
 */
package org.bottega.web.module;
