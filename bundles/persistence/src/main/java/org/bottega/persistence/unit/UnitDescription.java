package org.bottega.persistence.unit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
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
 */
public record UnitDescription(String name, List<String> classes) {

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
            return new UnitDescription(name(unit), List.copyOf(classes));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(persistenceXml + " cannot be read", e);
        }
    }

    private static String name(Element unit) throws IOException {
        String name = unit.getAttribute("name");
        if (!name.matches("[a-z][a-z0-9]{1,29}")) {
            throw new IOException("a unit is named after its module, not '" + name + "'");
        }
        return name;
    }
}
