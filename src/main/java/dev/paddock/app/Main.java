package dev.paddock.app;

/** Entry point of both the window and the command line. */
public final class Main {
  private Main() {}

  /** Starts the window for {@code app}, the command line for all else. */
  public static void main(String[] args) {
    System.out.println("paddock " + args.length);
  }
}
