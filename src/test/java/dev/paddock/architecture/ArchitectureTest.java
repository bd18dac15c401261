package dev.paddock.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The package table of the README, as rules. A new package is a line here and a line there. */
class ArchitectureTest {
  private static final String ROOT = "dev.paddock.";

  /** Package, and the Paddock packages that it may use beside its own sub-packages. */
  private record Layer(String name, Set<String> mayUse) {
    Layer(String name, String... mayUse) {
      this(name, Set.of(mayUse));
    }
  }

  private static final List<Layer> LAYERS =
      List.of(
          new Layer("base"),
          new Layer("credential", "base"),
          new Layer("project", "base"),
          new Layer("lima", "base"),
          new Layer("terminal", "base"),
          new Layer("activity", "terminal", "base"),
          new Layer("agent", "credential", "base"),
          new Layer("github", "credential", "project", "base"),
          new Layer("proxy", "credential", "base"),
          new Layer("template", "agent", "lima", "base"),
          new Layer("doctor", "template", "credential", "lima", "base"),
          new Layer(
              "session",
              "template",
              "proxy",
              "agent",
              "github",
              "credential",
              "project",
              "lima",
              "terminal",
              "base"),
          new Layer(
              "cli",
              "session",
              "doctor",
              "template",
              "proxy",
              "agent",
              "github",
              "credential",
              "project",
              "lima",
              "terminal",
              "base"),
          new Layer(
              "ui",
              "session",
              "doctor",
              "template",
              "proxy",
              "agent",
              "github",
              "credential",
              "project",
              "lima",
              "activity",
              "terminal",
              "base"));

  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.paddock");
  }

  @TestFactory
  List<DynamicTest> eachPackageUsesOnlyThoseBelowIt() {
    return LAYERS.stream()
        .map(layer ->
            DynamicTest.dynamicTest(
                layer.name(),
                () ->
                    noClasses()
                        .that()
                        .resideInAPackage(ROOT + layer.name() + "..")
                        .should()
                        .dependOnClassesThat(otherThan(layer))
                        .allowEmptyShould(true)
                        .check(classes)))
        .toList();
  }

  @Test
  void everyPackageIsInTheTable() {
    var known = LAYERS.stream().map(Layer::name).collect(Collectors.toSet());
    known.add("app");
    var found =
        classes.stream()
            .map(c -> c.getPackageName().substring(ROOT.length()).split("\\.", -1)[0])
            .collect(Collectors.toSet());
    assertThat(known).containsAll(found);
  }

  @Test
  void theReadmeShowsTheSamePackages() throws Exception {
    var readme = Files.readString(Path.of("README.md"));
    for (var layer : LAYERS) {
      assertThat(readme).contains("| `" + layer.name() + "` |");
    }
  }

  @Test
  void noPackageCycles() {
    slices().matching("dev.paddock.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void javaFxAndAwtOnlyInTheWindow() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "ui..", ROOT + "app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
        .check(classes);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.swing..")
        .because("AWT beside GTK breaks the window; JavaFX has its own clipboard and browser")
        .check(classes);
  }

  @Test
  void nettyOnlyInTheProxy() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "proxy..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.netty..")
        .check(classes);
  }

  @Test
  void processesAreStartedInTwoPackagesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "base..", ROOT + "terminal..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ProcessBuilder.class.getName())
        .check(classes);
  }

  @Test
  void oneDoorToTheFxThread() {
    var callers =
        classes.stream()
            .filter(c ->
                c.getMethodCallsFromSelf().stream()
                    .anyMatch(m ->
                        m.getTarget().getOwner().getName().equals("javafx.application.Platform")
                            && m.getTarget().getName().equals("runLater")))
            .map(JavaClass::getSimpleName)
            .toList();
    assertThat(callers).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void viewModelsNeverSeeANode() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void noMutableStaticState() {
    fields().that().areStatic().and(notGenerated()).should().beFinal().check(classes);
  }

  @Test
  void screensNeverImportEachOther() {
    var screens =
        Arrays.asList("home", "launch", "session", "terminal", "wizard", "error").stream()
            .map(s -> ROOT + "ui." + s)
            .toList();
    for (var screen : screens) {
      var others =
          screens.stream().filter(s -> !s.equals(screen)).map(s -> s + "..").toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(screen + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .allowEmptyShould(true)
          .check(classes);
    }
  }

  private static DescribedPredicate<JavaClass> otherThan(Layer layer) {
    return new DescribedPredicate<>("not " + layer.mayUse()) {
      @Override
      public boolean test(JavaClass target) {
        if (!target.getPackageName().startsWith(ROOT)) {
          return false;
        }
        var name = target.getPackageName().substring(ROOT.length()).split("\\.", -1)[0];
        return !name.equals(layer.name()) && !layer.mayUse().contains(name);
      }
    };
  }

  private static DescribedPredicate<JavaMember> notGenerated() {
    return new DescribedPredicate<>("not generated by the compiler") {
      @Override
      public boolean test(JavaMember member) {
        return !member.getName().contains("$");
      }
    };
  }
}
