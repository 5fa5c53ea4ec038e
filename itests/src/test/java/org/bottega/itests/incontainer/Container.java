package org.bottega.itests.incontainer;

import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFileExtend;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bottega.itests.harness.Home;
import org.ops4j.pax.exam.Option;

/** The built distribution as a container for tests, with the flags that its own start script gives to Java 17. */
final class Container {

    private Container() {}

    static Option[] options() {
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(Home.archive().toUri().toString())
                        .karafVersion(System.getProperty("bottega.karaf.version"))
                        .name("bottega")
                        .unpackDirectory(new File(Home.work("exam").toString()))
                        .useDeployFolder(false),
                editConfigurationFileExtend(
                        "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultRepositories", testBundles()),
                systemTimeout(120_000),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", String.valueOf(Home.freePort())),
                editConfigurationFilePut(
                        "etc/org.apache.karaf.shell.cfg", "sshPort", String.valueOf(Home.freePort()))));
        Stream.concat(flags(), Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
                .forEach(flag -> options.add(vmOption(flag)));
        return options.toArray(Option[]::new);
    }

    /** Where the build's own tool keeps what Pax Exam adds; the distribution itself looks nowhere but into itself. */
    private static String testBundles() {
        Path repository = Path.of(System.getProperty("org.ops4j.pax.url.mvn.localRepository"));
        return repository.toUri() + "@id=tests@snapshots";
    }

    private static Stream<String> flags() {
        String version = System.getProperty("bottega.karaf.version");
        String specs = "lib/endorsed/org.apache.karaf.specs.";
        Stream<String> opens = Stream.of(
                        "java.base/java.security",
                        "java.base/java.net",
                        "java.base/java.lang",
                        "java.base/java.util",
                        "java.naming/javax.naming.spi",
                        "java.rmi/sun.rmi.transport.tcp")
                .flatMap(name -> Stream.of("--add-opens", name + "=ALL-UNNAMED"));
        Stream<String> exports = Stream.of(
                        "java.base/sun.net.www.protocol.file",
                        "java.base/sun.net.www.protocol.ftp",
                        "java.base/sun.net.www.protocol.http",
                        "java.base/sun.net.www.protocol.https",
                        "java.base/sun.net.www.protocol.jar",
                        "java.base/sun.net.www.content.text",
                        "jdk.naming.rmi/com.sun.jndi.url.rmi",
                        "java.rmi/sun.rmi.registry")
                .map(name -> "--add-exports=" + name + "=ALL-UNNAMED");
        Stream<String> rest = Stream.of(
                "--add-reads=java.xml=java.logging",
                "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                "--patch-module",
                "java.base=" + specs + "locator-" + version + ".jar",
                "--patch-module",
                "java.xml=" + specs + "java.xml-" + version + ".jar",
                "-classpath",
                String.join(File.pathSeparator, "lib/jdk9plus/*", "lib/boot/*", "lib/endorsed/*"));
        return Stream.of(opens, exports, rest).flatMap(s -> s);
    }
}
