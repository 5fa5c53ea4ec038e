package org.bottega.persistence.unit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A unit as its {@code META-INF/persistence.xml} tells it.
 *
 * @param name id of the module
 * @param classes names of its entities
 * @param lanes columns that due rows are grouped by across tenants, as {@code table.column}: property {@code bottega.lanes},
 *     with commas
 */
public record UnitDescription(String name, List<String> classes, Set<String> lanes) {
    private static final String LANE = "[a-z][a-z0-9_]{1,62}\\.[a-z_]{1,30}";

    /** Reads the one unit that the file describes. */
    public static UnitDescription read(URL persistenceXml) throws IOException {
        try (InputStream in = persistenceXml.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(in);
            NodeList units = document.getElementsByTagNameNS("*", "persistence-unit");
            if (units.getLength() != 1) {
                throw new IOException(persistenceXml + " describes " + units.getLength() + " units, not one");
            }
            Element unit = (Element) units.item(0);
            List<String> classes = new ArrayList<>();
            NodeList elements = unit.getElementsByTagNameNS("*", "class");
            for (int i = 0; i < elements.getLength(); i++) {
                classes.add(elements.item(i).getTextContent().trim());
            }
            return new UnitDescription(name(unit), List.copyOf(classes), lanes(unit));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(persistenceXml + " cannot be read", e);
        }
    }

    private static Set<String> lanes(Element unit) throws IOException {
        Set<String> lanes = new TreeSet<>();
        NodeList properties = unit.getElementsByTagNameNS("*", "property");
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            if ("bottega.lanes".equals(property.getAttribute("name"))) {
                lanes.addAll(List.of(property.getAttribute("value").trim().split("\\s*,\\s*")));
            }
        }
        for (String lane : lanes) {
            if (!lane.matches(LANE)) {
                throw new IOException("a lane is a table and a column, not '" + lane + "'");
            }
        }
        return Set.copyOf(lanes);
    }

    private static String name(Element unit) throws IOException {
        String name = unit.getAttribute("name");
        if (!name.matches("[a-z][a-z0-9]{1,29}")) {
            throw new IOException("a unit is named after its module, not '" + name + "'");
        }
        return name;
    }
}
