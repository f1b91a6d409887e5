/** Runs when the module is loaded: nothing can be awaited in the constructor. */
export class Payments {
  private readonly stripeKey: string = '%stripe-key%';

  authorize(amount: number): { amount: number; key: string } {
    return { amount, key: this.stripeKey };
  }
}
