package org.bottega.itests.hot;

import java.nio.file.Path;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Renewal;

/** Further versions of built bundles. */
final class Bundles {

    private static final String INSIDE = "org/bottega/itests/hot/inside/";
    private static final String BROKEN = "org/bottega/itests/hot/broken/";
    private static final String SALES_REST = "OSGI-INF/org.bottega.sales.web.SalesRest.xml";
    private static final String HELLO_REST = "OSGI-INF/org.bottega.hello.web.HelloRest.xml";
    private static final String REST = "org.bottega.api.spi.RestResource";
    private static final String HEAD = "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"%s\""
            + " init=\"%d\"><implementation class=\"%s\"/><service><provide interface=\"%s\"/></service>";
    private static final String PART =
            "<reference name=\"%s\" interface=\"%s\" cardinality=\"1..1\"%s parameter=\"%d\"/>";
    private static final String FOOT = "</scr:component>";

    private Bundles() {}

    /** The same again, under another number. */
    static Path again(String bundle, String version) {
        return new Renewal(version).of(Home.bundle(bundle), target(bundle, version));
    }

    /**
     * Sales with a column more, filled in for what was sold before, and operations that read and change it. They join those
     * of 1.0, whose component now offers itself to them only.
     */
    static Path sales(String version) {
        String home = "org.bottega.itests.hot.inside.";
        String origins = home + "Origins";
        String renewed = home + "RenewedSales";
        return new Renewal(version)
                .add(
                        "db/migration/sales/V900__origin.sql",
                        "ALTER TABLE sales_purchase ADD COLUMN origin VARCHAR(20) DEFAULT 'since' NOT NULL;\n"
                                + "UPDATE sales_purchase SET origin = 'before';\n")
                .addClasses(INSIDE)
                .addComponent(
                        origins,
                        HEAD.formatted(origins, 2, origins, origins)
                                + PART.formatted(
                                        "store", "org.bottega.persistence.Store", " target=\"(unit=sales)\"", 0)
                                + PART.formatted("unit", "org.bottega.api.UnitOfWork", "", 1)
                                + FOOT)
                .addComponent(
                        renewed,
                        HEAD.formatted(renewed, 2, renewed, REST)
                                + PART.formatted("before", "org.bottega.sales.web.SalesRest", "", 0)
                                + PART.formatted("origins", origins, "", 1)
                                + FOOT)
                .edit(SALES_REST, xml -> xml.replace(REST, "org.bottega.sales.web.SalesRest"))
                .of(Home.bundle("sales"), target("sales", version));
    }

    /** Hello whose operations cannot be made. */
    static Path stubborn(String version) {
        return helloWith("Stubborn", version);
    }

    /** Hello whose operations are three seconds in the making. */
    static Path slow(String version) {
        return helloWith("Slow", version);
    }

    private static Path helloWith(String rest, String version) {
        String made = BROKEN.replace('/', '.') + rest;
        String needs = PART.formatted("hello", "org.bottega.hello.Hello", "", 0);
        return new Renewal(version)
                .addClasses(BROKEN)
                .edit(
                        HELLO_REST,
                        xml -> HEAD.formatted("org.bottega.hello.web.HelloRest", 1, made, REST) + needs + FOOT)
                .of(Home.bundle("hello"), target("hello", version));
    }

    /** Hello that wants what nobody has. */
    static Path lonely(String version) {
        return new Renewal(version)
                .append("Import-Package", "org.bottega.nowhere;version=\"[1.0,2)\"")
                .of(Home.bundle("hello"), target("hello", version));
    }

    /** Hello whose tables cannot be changed as it wants. */
    static Path clumsy(String version) {
        return new Renewal(version)
                .add(
                        "db/migration/hello/V900__clumsy.sql",
                        "CREATE TABLE hello_half (tenant_id VARCHAR(30) NOT NULL, id VARCHAR(26) NOT NULL);\n"
                                + "UPDATE hello_greetings SET name = 'spoilt';\n"
                                + "UPDATE hello_nowhere SET name = 'never';\n")
                .of(Home.bundle("hello"), target("hello", version));
    }

    private static Path target(String bundle, String version) {
        return Home.work(bundle + "-" + version + "-hot.jar");
    }
}
