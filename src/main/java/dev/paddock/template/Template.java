package dev.paddock.template;

import java.nio.file.Path;

/**
 * A template that was built and checked.
 *
 * @param name of its Lima instance
 * @param folder the instance's folder, whose disk is never written again
 * @param manifest what is in it
 */
public record Template(String name, Path folder, TemplateManifest manifest) {}
